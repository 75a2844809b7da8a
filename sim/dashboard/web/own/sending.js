// Files that a visitor picks, handed to the server of the page in parts that its socket takes.
export const PART = 150_000; // bytes: in base64 within the longest message a page may send

// Why a file cannot be taken, as the message of ``words`` that says so, or nothing.
export function refusalOf(file, slot, words) {
  const named = message => message.replace('{name}', file.name);
  const ending = Object.keys(slot.most).find(one => file.name.toLowerCase().endsWith(one));
  if (!ending) return named(words.wrong_kind).replace('{endings}', Object.keys(slot.most).join(', '));
  if (!file.size) return named(words.empty);
  const most = slot.most[ending];
  return file.size > most ? named(words.too_large).replace('{most}', Math.round(most / 1e6)) : '';
}

// Sends ``file`` part by part; ``progress`` is told the share sent, from 0 to 1. Stops where ``wanted`` says no.
export async function sendFile(file, slot, act, progress, wanted) {
  act({ do: 'own_begin', slot, name: file.name, size: file.size });
  for (let from = 0; from < file.size && wanted(); from += PART) {
    const bytes = new Uint8Array(await file.slice(from, from + PART).arrayBuffer());
    if (!wanted()) return;
    act({ do: 'own_part', slot, part: base64(bytes) });
    progress(Math.min(1, (from + PART) / file.size));
  }
}

export function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
