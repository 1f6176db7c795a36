/** Hands a file to the person, as the browser does with any download. */
export function save(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the time that another task runs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
