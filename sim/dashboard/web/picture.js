// A picture of the charts to take away: beneath them the sentence, the caution and the receipt.
import { setFont, wrapWords } from './lettering.js';
import { readPalette } from './style.js';

// ``credit`` and ``line``, the receipt, are one line each; ``cut`` says that the axis is cut, or nothing.
export function pictureOf(canvas, sentence, { caution, cut, credit, line }) {
  const ratio = window.devicePixelRatio || 1;
  const copy = document.createElement('canvas');
  const g = copy.getContext('2d');
  const pen = readPalette(document.documentElement);
  const notes = [
    { text: sentence.parts.map(part => part.text).join(''), size: 17, weight: 400, step: 22 },
    { text: sentence.small || '', size: 13, weight: 400, step: 18 },
    { text: [caution, cut].filter(Boolean).join(' · '), size: 15, weight: 700, step: 22 },
    { text: credit, size: 12, weight: 400, step: 16 },
    { text: line, size: 11, weight: 400, step: 14 },
  ].filter(note => note.text);
  for (const note of notes) {
    setFont(g, pen, note.size * ratio, note.weight);
    note.lines = wrapWords(g, note.text, canvas.width - 20 * ratio);
  }
  copy.width = canvas.width;
  copy.height = canvas.height + heightOf(notes) * ratio;
  g.fillStyle = pen.ground;
  g.fillRect(0, 0, copy.width, copy.height);
  g.drawImage(canvas, 0, 0);
  writeNotes(g, pen, notes, canvas.height, ratio);
  return copy;
}

export function heightOf(notes) {
  return notes.reduce((sum, note) => sum + note.lines.length * note.step + 6, 10);
}

function writeNotes(g, pen, notes, top, ratio) {
  g.fillStyle = pen.ink;
  let y = top;
  for (const note of notes) {
    setFont(g, pen, note.size * ratio, note.weight);
    for (const line of note.lines) {
      y += note.step * ratio;
      g.fillText(line, 10 * ratio, y);
    }
    y += 6 * ratio;
  }
}
