import { useNavigation } from "../location/useNavigation.ts";

/** Says what of the address could not be read, and was mended. */
export function Notices() {
  const { problems, navigation } = useNavigation();
  if (problems.length === 0) return null;
  return (
    <div className="notice" role="status">
      <p>This address could not be read in whole, and was mended. {problems.join(" ")}</p>
      <button type="button" className="button" onClick={navigation.dismissProblems}>
        Dismiss
      </button>
    </div>
  );
}
