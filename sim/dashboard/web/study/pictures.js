// The picture of a study, by its kind, as shapes.
import { drawFactors } from './factors.js';
import { drawFan } from './fan.js';
import { drawPaired } from './paired.js';
import { drawPoints } from './points.js';

const KINDS = { fan: drawFan, paired: drawPaired, factors: drawFactors, points: drawPoints };
const LABEL = 74; // a label is this part of the width high
const SIZES = [13, 26];

export function shapesOfStudy(drawn, width, height) {
  const u = Math.min(SIZES[1], Math.max(SIZES[0], width / LABEL));
  return drawn ? KINDS[drawn.kind](drawn, width, height, u) : [];
}
