import type { CodeLine } from "../code/CodeLine.ts";
import type { FileFacts } from "../facts/FileFacts.ts";
import type { CodeHostKind } from "./CodeHostKind.ts";
import type { CodeHostPage } from "./CodeHostPage.ts";
import type { Visibility } from "./Visibility.ts";

/**
 * What there is to know about one kind of code host. Everything but the mount getters only reads,
 * and nothing throws, whatever the page contains.
 *
 * A **mount getter** creates an empty element inside what it is given, at the place where people
 * look for buttons, and returns it; called again it returns the same element. Given anything that
 * is not of this host, it changes nothing and returns `null`.
 */
export interface CodeHost {
  /** Which host it is; stable, for tables and settings. */
  readonly kind: CodeHostKind;
  /** The host's name, for people. */
  readonly name: string;
  /** Whether the page is one of this host: by its exact address, or by several signals that agree. */
  recognizes(page: CodeHostPage): boolean;
  /** The elements that show one file or the diff of one file each, in document order, none inside another. */
  findCodeViews(document: Document): readonly HTMLElement[];
  /** What a code view shows, or `undefined` where page and address do not say, or contradict each other. */
  readFileFacts(page: CodeHostPage, codeView: HTMLElement): FileFacts | undefined;
  /** The repository the page is about, by the name the instance knows it by, such as `github.com/a/b`. */
  readRepository(page: CodeHostPage): string | undefined;
  /** Who may see that repository; `undefined` where the page does not say. Absent: no page says it. */
  readonly readVisibility?: (page: CodeHostPage) => Visibility | undefined;
  /** The line of code of a code view that an element is in or around, or `undefined` where it is in none. */
  findLine(codeView: HTMLElement, element: Element): CodeLine | undefined;
  /** The mount for the toolbar of one code view; `null` too for views that have no header to put one in. */
  getToolbarMount(codeView: HTMLElement): HTMLElement | null;
  /** The mount beside the buttons of the repository. */
  getRepositoryMount(container: ParentNode): HTMLElement | null;
  /** The mount for the command palette's button, in the header of the page. */
  getPaletteMount(container: ParentNode): HTMLElement | null;
  /** The host's own search field and a mount among its suggestions, where there are such. */
  readonly getSearch?: (document: Document) => SearchField | null;
  /** The open shadow roots in which code views appear, for hosts built of them. */
  readonly findShadowRoots?: (document: Document) => readonly ShadowRoot[];
  /** Whether a mount waits for something of the page that no observer sees, so that it is looked at again soon. */
  readonly isSettling?: (document: Document) => boolean;
  /** Milliseconds after which to look again without a mutation, for changes no observer sees. */
  readonly rescanInterval?: number;
}

/** The search field in the header of a page, and a place among what it suggests. */
export interface SearchField {
  /** What people type in; its value is only read. */
  readonly input: HTMLInputElement;
  /** A mount, as other mount getters make it. */
  readonly mount: HTMLElement;
}
