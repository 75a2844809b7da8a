// The map of hardship on the check screen of an own city: five classes of equal width, drawn at once.
import { alignText, setFont } from '../lettering.js';
import { borderWidth, districtPaths, drawLines, drawNames } from '../map.js';
import { drawClasses } from '../legend.js';

const CLASSES = 5;

// The class of a hardship out of 100, 0 to 4; -1 where there is none.
export function classOfHardship(value) {
  return value === null ? -1 : Math.min(CLASSES - 1, Math.floor((value / 100) * CLASSES));
}

// ``hardship`` by district; ``pointed`` is a district, or -1. Returns the districts' paths.
export function drawCheckedMap(g, pen, side, geometry, hardship, pointed, known) {
  const rect = { x: 0, y: 0, w: side, h: side };
  const paths = known || districtPaths(geometry, rect);
  g.clearRect(0, 0, side, side);
  g.lineJoin = 'round';
  g.lineWidth = borderWidth(side, paths.length);
  g.strokeStyle = pen.soft;
  paths.forEach((path, d) => {
    const at = classOfHardship(hardship[d]);
    g.fillStyle = at < 0 ? pen.empty : pen.ramp[at];
    g.fill(path, 'evenodd');
    g.stroke(path);
  });
  drawLines(g, pen, rect, geometry);
  drawNames(g, pen, { kind: 'laptop' }, rect, geometry);
  if (pointed >= 0) {
    g.lineWidth = 3;
    g.strokeStyle = pen.ink;
    g.stroke(paths[pointed]);
  }
  return paths;
}

export function drawHardshipLegend(g, pen, at, title) {
  setFont(g, pen, 13);
  alignText(g, 'left', 'middle');
  drawClasses(g, pen, pen.ramp, { x: at.x + 20, y: at.y, w: 26, h: 13 });
  g.fillStyle = pen.soft;
  g.fillText('0', at.x, at.y + 7);
  g.fillText(`100   ${title}`, at.x + 26 * CLASSES + 28, at.y + 7);
}

// The district at a place in pixels, the last of those drawn there, or -1.
export function districtAt(g, paths, x, y) {
  for (let d = paths.length - 1; d >= 0; d--) if (g.isPointInPath(paths[d], x, y, 'evenodd')) return d;
  return -1;
}

// The rows whose name holds what is looked for, at most ``most`` of them, and how many more there are. Those left
// ``out`` come first: they are what is to be looked at.
export function foundRows(names, out, wanted, most) {
  const sought = wanted.trim().toLowerCase();
  const named = names.map((name, row) => row).filter(row => names[row].toLowerCase().includes(sought));
  const found = [...named.filter(row => out[row]), ...named.filter(row => !out[row])];
  return { rows: found.slice(0, most), more: Math.max(0, found.length - most) };
}
