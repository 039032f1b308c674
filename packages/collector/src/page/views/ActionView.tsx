import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import { ActionFacts } from "../actions/ActionFacts.tsx";
import { ActionName } from "../actions/ActionName.tsx";
import { Breakdowns } from "../breakdown/Breakdowns.tsx";
import { Link } from "../location/Link.tsx";
import { CourseCard } from "../overview/CourseCard.tsx";
import { actionMetrics } from "../overview/metrics.ts";
import { Toolbar } from "../toolbar/Toolbar.tsx";

/** Everything about one action. */
export function ActionView({ action }: { readonly action: ActionAnswer }) {
  return (
    <>
      <div className="view-head">
        <Link to={{ view: { name: "overview" } }} className="back">
          All actions
        </Link>
        <h2>
          <ActionName id={action.id} />
        </h2>
        {action.known === null && (
          <p className="muted">Nobody has ever run an action of this ID here.</p>
        )}
      </div>
      <Toolbar days={action} />
      <CourseCard course={action} metrics={actionMetrics(action)} />
      <Breakdowns counts={action} />
      <ActionFacts action={action} />
    </>
  );
}
