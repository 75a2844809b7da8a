// Files made in the browser and saved by it.
export function saveAs(name, blob) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

export function saveText(name, text, type) {
  saveAs(name, new Blob([text], { type }));
}

// Where the clipboard is closed to the page, the text is shown to be copied by hand.
export function copyText(text) {
  navigator.clipboard.writeText(text).catch(() => window.prompt('', text));
}
