import type { Page } from "playwright";
import { readStorage, type KeptByPage } from "../observation/readStorage.ts";
import { toBytes, type Control, type Sink } from "./Sink.ts";

type Plant = (control: Control) => Promise<unknown> | void;

/** What a page can keep: as it is now, and whatever was written since the session began. */
export const storageSinks: readonly Sink[] = [
  storage("localStorage", "localStorage", ({ text, index }) => {
    localStorage.setItem(`control${index}`, text);
  }),
  storage("sessionStorage", "sessionStorage", ({ text, index }) => {
    sessionStorage.setItem(`control${index}`, text);
  }),
  storage("IndexedDB", "indexedDB", ({ text, index }) => {
    const opening = indexedDB.open(`control${index}`);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("store"));
    return new Promise<void>((resolve) => {
      opening.addEventListener("success", () => {
        const transaction = opening.result.transaction("store", "readwrite");
        transaction.objectStore("store").put(text, 1);
        transaction.addEventListener("complete", () => resolve());
      });
    });
  }),
  storage("caches", "caches", async ({ text, index }) => {
    const cache = await caches.open("control");
    await cache.put(`/control${index}`, new Response(text));
  }),
  storage("cookies", "cookies", ({ text, index }) => {
    document.cookie = `control${index}=${encodeURIComponent(text)}`;
  }),
  storage("files of the origin", "files", async ({ text, index }) => {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle(`control${index}`, { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }),
];

function storage(name: string, part: keyof KeptByPage, plant: Plant): Sink {
  return {
    name,
    read: async ({ page, heard }) => {
      const kept = await readStorage(page);
      const written = heard.filter(({ sink }) => sink === name);
      return [toBytes(kept[part]), ...written.map(({ text }) => text)].join("\n");
    },
    plant: ({ page }, control) => plantInPage(page, plant, control),
  };
}

function plantInPage(page: Page, plant: Plant, control: Control): Promise<unknown> {
  return page.evaluate(plant, control);
}
