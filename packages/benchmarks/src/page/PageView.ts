/** A view of the page as an administrator opens it. */
export interface PageView {
  readonly name: string;
  /** Path and query. */
  readonly path: string;
  /** What must be there for the view to be of use; selectors. */
  readonly numbers: readonly string[];
  /** What is pressed then. */
  readonly control: string;
  /** What is there once that has been answered. */
  readonly answered: string;
}

const numbersAndChart = [".metric-value", ".chart-line[d^='M']"] as const;
const metric = {
  numbers: numbersAndChart,
  control: ".metrics button:nth-of-type(2)",
  answered: ".metrics button:nth-of-type(2)[aria-pressed='true']",
} as const;
const table = {
  numbers: [...numbersAndChart, "table.actions tbody td"],
  control: "table.actions th.is-id button",
  answered: "table.actions th.is-id[aria-sort='ascending']",
} as const;

/** What is opened: numbers and chart are pressed to show users, the table of actions is sorted by ID. */
export const pageViews: readonly PageView[] = [
  { name: "overview, 7 days", path: "/analytics", ...metric },
  { name: "overview, 30 days", path: "/analytics?range=30d", ...metric },
  { name: "overview, 12 months", path: "/analytics?range=12m", ...metric },
  {
    name: "overview, 30 days of one surface",
    path: "/analytics?range=30d&surface=palette",
    ...metric,
  },
  { name: "actions, 30 days", path: "/analytics?range=30d", ...table },
  { name: "actions, 12 months", path: "/analytics?range=12m", ...table },
  {
    name: "the action that is run most, 30 days",
    path: "/analytics/actions/code.action.0?range=30d",
    ...metric,
  },
  {
    name: "the action that is run most, 12 months",
    path: "/analytics/actions/code.action.0?range=12m",
    ...metric,
  },
  {
    name: "an action that is run little, 30 days",
    path: "/analytics/actions/code.action.250?range=30d",
    ...metric,
  },
];
