// The nameplate over a map.
import { alignText, fitText, setFont } from './lettering.js';
import { drawSymbol } from './style.js';

// ``label``: { name, note, altered }. A camp's long name is written smaller, then cut; the note that is said is the
// longest one with room, and none where none has any.
export function drawPlate(g, pen, plan, rect, label, last) {
  const wide = plan.kind === 'stage' && plan.maps.length === 2 && !plan.stacked;
  const room = wide ? 540 * plan.scale : plan.stacked ? 344 * plan.scale : rect.w;
  const large = plan.stacked ? 32 : 40;
  const usual = plan.kind === 'stage' ? large * plan.scale : plan.unit * 1.08;
  const y = rect.y - usual * (wide ? 1.2 : 0.85);
  setFont(g, pen, usual, 700);
  const named = usual * Math.max(0.7, Math.min(1, (room - usual) / g.measureText(label.name).width));
  const size = noteFits(g, pen, label, named, room);
  const notes = measuredNotes(g, pen, label, size);
  setFont(g, pen, size, 700);
  const name = fitText(g, label.name, room - size);
  const nameWidth = g.measureText(name).width;
  const note = notes.find(one => !one.width || size + nameWidth + one.width <= room);
  const x = last && wide ? rect.x + rect.w - size - nameWidth - note.width : rect.x;
  drawSymbol(g, pen, rect.letter, x + size * 0.42, y, size * 0.34);
  setFont(g, pen, size, 700);
  alignText(g, 'left', 'middle');
  g.fillStyle = pen.cities[rect.letter];
  g.fillText(name, x + size, y);
  if (!note.text) return;
  setFont(g, pen, size * 0.86);
  g.fillStyle = pen.ink;
  g.fillText(note.text, x + size * 1.35 + nameWidth, y);
}

const NARROWEST = 0.9;

// The size at which the longest note has room, if a little less than the usual one will do: of two cities that are
// compared, none should be without its note for a few letters.
function noteFits(g, pen, label, usual, room) {
  setFont(g, pen, usual, 700);
  const wide = usual + g.measureText(label.name).width + measuredNotes(g, pen, label, usual)[0].width;
  const part = (room / wide) * 0.99;
  return part < 1 && part >= NARROWEST ? usual * part : usual;
}

// The notes in the order of choice, with the width of each and of the space before it.
function measuredNotes(g, pen, { note, altered }, size) {
  setFont(g, pen, size * 0.86);
  return [note, altered, ''].map(text => ({
    text,
    width: text ? g.measureText(text).width + size * 0.35 : 0,
  }));
}
