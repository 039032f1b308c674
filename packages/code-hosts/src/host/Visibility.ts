/** Who may see a repository: everybody, or only some, be it all members of an organization. */
export type Visibility = "public" | "private";
