// A student's sheet: predictions, figures and notes, kept by the browser and by nobody else.
const PLACE = 'two-cities-essay';
const WIDEST = 1200; // pixels of a picture: browsers keep a few megabytes
const MARKUP = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const STYLE = `
body { font: 12pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #16181c }
article { break-inside: avoid; margin: 1.6em 0 } h2 { font-size: 1.1em; margin: 0 0 .3em }
img { width: 100% } .lines { font: 8pt/1.4 sans-serif; color: #565b63; overflow-wrap: anywhere }
.note { white-space: pre-wrap }`;

// What is kept; nothing where the browser keeps nothing or something else lies there.
export function readSheet(storage) {
  try {
    const kept = JSON.parse(storage.getItem(PLACE));
    return Array.isArray(kept) ? kept.filter(one => one && typeof one.title === 'string') : [];
  } catch {
    return [];
  }
}

// Whether the browser has kept ``items``; it refuses what is too much.
export function keepSheet(storage, items) {
  try {
    storage.setItem(PLACE, JSON.stringify(items));
    return true;
  } catch {
    return false;
  }
}

// ``items`` with ``item`` at the end, or in the place of the one of the same name.
export function collected(items, item) {
  const at = item.name ? items.findIndex(one => one.name === item.name) : -1;
  return at < 0 ? [...items, item] : items.map((one, i) => (i === at ? { ...one, ...item } : one));
}

// ``items`` with the one at ``from`` moved by ``by`` places, if there is room.
export function moved(items, from, by) {
  const to = from + by;
  if (to < 0 || to >= items.length) return items;
  const after = items.filter((_, i) => i !== from);
  return [...after.slice(0, to), items[from], ...after.slice(to)];
}

// A picture no wider than ``WIDEST``, as an address that holds it.
export function smallPicture(canvas) {
  const scale = Math.min(1, WIDEST / canvas.width);
  const copy = document.createElement('canvas');
  copy.width = Math.round(canvas.width * scale);
  copy.height = Math.round(canvas.height * scale);
  copy.getContext('2d').drawImage(canvas, 0, 0, copy.width, copy.height);
  return copy.toDataURL('image/webp', 0.85);
}

// The sheet as a page to print; whatever was typed is text.
export function asPage(items, { title, caution, language }) {
  const listed = items.map(articleOf).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${listed}
<p class="lines">${escaped(caution)}</p></body></html>
`;
}

function articleOf({ title, text, lines = [], picture = '' }) {
  const shown = picture.startsWith('data:image/')
    ? `<img alt="${escaped(title)}" src="${escaped(picture)}">`
    : '';
  const note = text ? `<p class="note">${escaped(text)}</p>` : '';
  const small = lines.map(line => `<p class="lines">${escaped(line)}</p>`).join('');
  return `<article><h2>${escaped(title)}</h2>${shown}${note}${small}</article>`;
}

function escaped(text) {
  return String(text).replace(/[&<>"']/g, letter => MARKUP[letter]);
}
