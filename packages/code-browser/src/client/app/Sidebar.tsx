import { useEffect, useState, type ReactElement } from "react";
import { FileSidebar, type FileSidebarProps } from "../file-tree/FileSidebar.tsx";
import { Splitter } from "../layout/Splitter.tsx";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import { useCodeBrowser } from "./CodeBrowser.ts";

const startWidth = 280;
const minWidth = 180;
const maxWidth = 560;
const narrowPage = "(max-width: 720px)";

/** The files beside the page, as wide as the person drags them; over the page where it is narrow. Renders an `<aside>`. */
export function Sidebar(props: FileSidebarProps): ReactElement | null {
  const { registry, settings } = useCodeBrowser();
  const [width, setWidth] = useState(startWidth);
  const setting = useContextValue(registry.context, configKey(settingKeys.fileTree));
  const { current } = props;

  // Over a narrow page the files hide the page, so going somewhere hides them.
  useEffect(() => {
    if (matchMedia(narrowPage).matches) {
      settings.update([settingKeys.fileTree], "hidden");
    }
  }, [current, settings]);

  if (setting === "hidden") {
    return null;
  }
  return (
    <aside id="files" className="cb-sidebar" aria-label="Files" style={{ width }}>
      <FileSidebar {...props} />
      <Splitter
        label="Width of the files"
        orientation="vertical"
        value={width}
        min={minWidth}
        max={maxWidth}
        controls="files"
        onChange={setWidth}
      />
    </aside>
  );
}
