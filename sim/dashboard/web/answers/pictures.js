// The picture of an answer, by its kind, as shapes; on a canvas for what is taken away.
import { drawAssumed } from './assumed.js';
import { drawChoice } from './choice.js';
import { drawDistrict } from './district.js';
import { drawFlip } from './flip.js';
import { COLOURS } from './shapes.js';
import { drawWho } from './who.js';
import { drawWhy } from './why.js';

const KINDS = {
  why: drawWhy,
  who: drawWho,
  assumed: drawAssumed,
  flip: drawFlip,
  district: drawDistrict,
  choice: drawChoice,
};
const LABEL = 64; // a label is this part of the width high
const SIZES = [14, 40];

export function labelSize(width) {
  return Math.min(SIZES[1], Math.max(SIZES[0], width / LABEL));
}

export function shapesOf(picture, width, height) {
  return picture ? KINDS[picture.kind](picture, width, height, labelSize(width)) : [];
}

// ``paint`` gives the colour of a name; the font is the page's.
export function paintShapes(g, shapes, paint, font, x, y) {
  g.save();
  g.translate(x, y);
  for (const shape of shapes) (shape.d === undefined ? paintText : paintPath)(g, shape, paint, font);
  g.restore();
}

function paintPath(g, shape, paint) {
  const drawn = new Path2D(shape.d);
  g.globalAlpha = shape.opacity;
  if (shape.fill !== 'none') {
    g.fillStyle = paint(shape.fill);
    g.fill(drawn, 'evenodd');
  }
  if (shape.stroke !== 'none') {
    g.strokeStyle = paint(shape.stroke);
    g.lineWidth = shape.width;
    g.setLineDash(shape.dash ? shape.dash.split(' ').map(Number) : []);
    g.stroke(drawn);
  }
}

function paintText(g, shape, paint, font) {
  g.globalAlpha = shape.opacity;
  g.fillStyle = paint(shape.fill);
  g.font = `${shape.weight} ${shape.size}px ${font}`;
  g.textAlign = { start: 'left', middle: 'center', end: 'right' }[shape.anchor];
  g.fillText(shape.text, shape.x, shape.y);
}

// The colour of a name as a style sheet writes it.
export function coloured(name) {
  return name === 'none' ? 'none' : `var(${COLOURS[name]})`;
}
