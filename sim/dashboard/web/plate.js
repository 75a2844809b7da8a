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
  const size = usual * Math.max(0.7, Math.min(1, (room - usual) / g.measureText(label.name).width));
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

// The notes in the order of choice, with the width of each and of the space before it.
function measuredNotes(g, pen, { note, altered }, size) {
  setFont(g, pen, size * 0.86);
  return [note, altered, ''].map(text => ({
    text,
    width: text ? g.measureText(text).width + size * 0.35 : 0,
  }));
}
