/** The element of Gerrit's application; everything else is in shadow roots below it. */
export const gerritApp = "gr-app#app, gr-app";
