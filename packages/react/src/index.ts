export { ActionItem, type ActionItemProps } from "./action-item/ActionItem.tsx";
export type { ActionItemVariant } from "./action-item/ActionItemForm.ts";
export { ActionsProvider, type ActionsProviderProps } from "./actions-provider/ActionsProvider.tsx";
export { ActionsScope, type ActionsScopeProps } from "./actions-provider/ActionsScope.tsx";
export type { ShortcutMode } from "./actions-provider/Shortcuts.tsx";
export {
  CodeViewToolbar,
  type CodeViewToolbarProps,
} from "./code-view-toolbar/CodeViewToolbar.tsx";
export type { ToolbarItem } from "./code-view-toolbar/useToolbarItems.ts";
export { CommandPalette } from "./command-palette/CommandPalette.tsx";
export type { CommandPaletteParts } from "./command-palette/CommandPalette.tsx";
export type { CommandPaletteProps } from "./command-palette/CommandPaletteProps.ts";
export type { CommandPaletteTriggerProps } from "./command-palette/CommandPaletteTrigger.tsx";
export {
  createPreferences,
  type PreferencesOptions,
} from "./command-palette/personal/createPreferences.ts";
export type {
  PalettePreferences,
  PreferencesStore,
} from "./command-palette/personal/PreferencesStore.ts";
export { createRecents, type RecentsOptions } from "./command-palette/recents/createRecents.ts";
export type {
  PaletteStorage,
  PaletteStorageOptions,
} from "./command-palette/storage/PaletteStorage.ts";
export type {
  FoundItems,
  PaletteItem,
  PaletteMode,
  PalettePage,
} from "./command-palette/pages/PalettePage.ts";
export type { PalettePrompt, PaletteTextPrompt } from "./command-palette/pages/PalettePrompt.ts";
export type { PaletteOption } from "./command-palette/rows/PaletteRow.ts";
export type { RecentsStore } from "./command-palette/recents/RecentsStore.ts";
export type { Catalogue } from "./consent-settings/Catalogue.ts";
export type { ConsentMessages } from "./consent-settings/ConsentMessages.ts";
export { ConsentSettings, type ConsentSettingsProps } from "./consent-settings/ConsentSettings.tsx";
export type { DecidedState } from "./consent-settings/useDecide.ts";
export {
  HoverOverlay,
  type HoverCloseReason,
  type HoverOverlayProps,
} from "./hover-overlay/HoverOverlay.tsx";
export type { HoverState } from "./hover-overlay/HoverState.ts";
export { ActionIcon, type ActionIconProps } from "./icon/ActionIcon.tsx";
export { ActionContextMenu, type ActionContextMenuProps } from "./menu/ActionContextMenu.tsx";
export { ActionMenu, type ActionMenuProps } from "./menu/ActionMenu.tsx";
export { ActionSplitButton, type ActionSplitButtonProps } from "./menu/ActionSplitButton.tsx";
export type { MenuEntry } from "./menu/MenuEntry.ts";
export type { EntrySource } from "./menu/useEntries.ts";
export { defaultMessages } from "./messages/defaultMessages.ts";
export type { Messages } from "./messages/Messages.ts";
export type { HeadingLevel } from "./panel/HeadingLevel.ts";
export type { InspectedClient } from "./telemetry-inspector/InspectedClient.ts";
export type { InspectorMessages } from "./telemetry-inspector/InspectorMessages.ts";
export type { InspectorStatus, InspectorStatusKind } from "./telemetry-inspector/readStatus.ts";
export {
  TelemetryInspector,
  type TelemetryInspectorProps,
} from "./telemetry-inspector/TelemetryInspector.tsx";
export {
  TelemetryProvider,
  type TelemetryProviderProps,
} from "./telemetry-provider/TelemetryProvider.tsx";
export { useRecorder } from "./telemetry-provider/useRecorder.ts";
export type { PopupAnchor } from "./popup/showPopup.ts";
export type { ActionReference } from "./use-action/ActionReference.ts";
export type { ActionProps } from "./use-action/actionProps.ts";
export type { ActionState } from "./use-action/ActionState.ts";
export type { ExecuteDetails } from "./use-action/ExecuteDetails.ts";
export type { RunState } from "./use-action/RunState.ts";
export { useAction, type UseActionResult } from "./use-action/useAction.ts";
export type { UseActionOptions } from "./use-action/UseActionOptions.ts";
export { useMenu, type UseMenuOptions } from "./use-menu/useMenu.ts";
