/** What `--help` prints. */
export const usage = `Usage: npm start -- [folder] [options]

Opens a local Git repository in the browser; without a folder, this project's own.

  --port <number>      the port to listen on, or the next free one (default 3080)
  --host <address>     the address of this machine to listen on (default 127.0.0.1)
  --data-dir <folder>  where the instance keeps its database (default .data in this project)
  --extension <path>   an extension manifest, or a folder of them; may be repeated
  --help               print this
`;
