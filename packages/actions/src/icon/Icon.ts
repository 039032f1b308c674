/** An icon that may be shown: one that the interface brings along, or an image URL for `<img>`. */
export type Icon =
  | { readonly kind: "bundled"; readonly name: string }
  | { readonly kind: "image"; readonly url: string };
