/** What actions are resolved by, whatever the context. */
export interface ResolveOptions {
  /** The URL of the page: decides which links are external. @default every absolute one is */
  readonly baseURL?: string | undefined;
  /** Origins that icons may be loaded from. @default none */
  readonly iconOrigins?: readonly string[] | undefined;
  /**
   * Which keys of the context may stand in a URL that an action opens. The context as a whole may
   * never. @default those that `mayReadInURL` lets pass
   */
  readonly mayReadInURL?: ((key: string) => boolean) | undefined;
}
