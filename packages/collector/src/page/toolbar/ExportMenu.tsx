import { exportFormats, exportTables } from "../../export/exportFiles.ts";
import { writeQuery } from "../../query/writeQuery.ts";
import { useNavigation } from "../location/useNavigation.ts";
import { Menu } from "./Menu.tsx";
import { withFilter } from "./withFilter.ts";

const nameByTable: Readonly<Record<(typeof exportTables)[number], string>> = {
  actions: "Actions",
  series: "Over time",
  breakdowns: "Breakdowns",
  events: "Stored events",
};

const nameByFormat: Readonly<Record<(typeof exportFormats)[number], string>> = {
  csv: "CSV",
  jsonl: "JSON Lines",
  parquet: "Parquet",
};

/** What is shown, and the events behind it, as files. */
export function ExportMenu() {
  const { location } = useNavigation();
  const { view, query } = location;
  const asked = view.name === "action" ? withFilter(query, "action", view.id) : query;
  const parameters = writeQuery({ ...asked, hasComparison: true });
  return (
    <Menu label="Export" side="end">
      <table className="exports">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Table</th>
            {exportFormats.map((format) => (
              <th scope="col" key={format}>
                {nameByFormat[format]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exportTables.map((table) => (
            <tr key={table}>
              <th scope="row">{nameByTable[table]}</th>
              {exportFormats.map((format) => (
                <td key={format}>
                  <a
                    href={`/.api/analytics/exports/${table}.${format}?${parameters}`}
                    aria-label={`${nameByTable[table]}, ${nameByFormat[format]}`}
                    download
                  >
                    {nameByFormat[format]}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Menu>
  );
}
