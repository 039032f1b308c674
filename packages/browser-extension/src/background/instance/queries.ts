/** Who is signed in: only whether there is somebody. */
export const sessionQuery = `query Session {
  currentUser { id }
  site { id }
}`;

/** What a repository is, if the person may see it. */
export const repositoryQuery = `query Repository($name: String!) {
  repository(name: $name) { name isPrivate }
}`;

const blob = (field: string) => `repository(name: $repository) {
    commit(rev: $revision) {
      blob(path: $path) {
        lsif { ${field} }
      }
    }
  }`;

const parameters =
  "$repository: String!, $revision: String!, $path: String!, $line: Int!, $character: Int!";

const locations = `nodes {
          resource { path repository { name } commit { oid } }
          range { start { line character } end { line character } }
        }`;

/** The documentation of what is at a position. */
export const hoverQuery = `query Hover(${parameters}) {
  ${blob("hover(line: $line, character: $character) { markdown { text } }")}
}`;

/** Where what is at a position is defined. */
export const definitionsQuery = `query Definitions(${parameters}) {
  ${blob(`definitions(line: $line, character: $character) { ${locations} }`)}
}`;

/** Where what is at a position is used: the first hundred places. */
export const referencesQuery = `query References(${parameters}) {
  ${blob(`references(line: $line, character: $character, first: 100) { ${locations} }`)}
}`;

/** The person's settings as JSON text, which name the installed extensions. */
export const settingsQuery = `query Settings {
  viewerSettings { final }
}`;

/** The manifests of extensions. */
export const extensionsQuery = `query Extensions($ids: [String!]!) {
  extensionRegistry {
    extensions(extensionIDs: $ids) {
      nodes { extensionID manifest { raw } }
    }
  }
}`;

/** A few things that a search finds. */
export const suggestionsQuery = `query Suggestions($query: String!) {
  search(query: $query, version: V2) {
    results {
      results {
        __typename
        ... on Repository { name }
        ... on FileMatch { repository { name } file { path } symbols { name } }
      }
    }
  }
}`;
