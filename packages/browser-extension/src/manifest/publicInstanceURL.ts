/** The instance that is connected until the person chooses another. */
export const publicInstanceURL = "https://sourcegraph.com";
