/** A page of Bitbucket Cloud with the file `dir/a.ts`. */
export const bitbucketCloudPage = `<html><head></head><body>
  <header data-testid="top-navigation"></header>
  <div data-qa="page-header-wrapper"><div><div><h1>r</h1></div></div></div>
  <main><div class="file"><div data-qa="bk-file__header"><span>a.ts</span><div data-testid="file-actions"><button>Edit</button></div></div>
  <div data-qa="bk-file__content">code</div></div></main></body></html>`;
