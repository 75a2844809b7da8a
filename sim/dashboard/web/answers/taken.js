// What is taken away of an answer: its picture with sentence, limits and receipt, or its table.
import { wrapWords } from '../lettering.js';
import { readPalette } from '../style.js';
import { paintShapes, shapesOf } from './pictures.js';
import { COLOURS } from './shapes.js';

const WIDTH = 1920;
const HEIGHT = 700; // of the shapes
const EDGE = 40;

// On a canvas of its own, 1920 pixels wide.
export function answerPicture(view) {
  const canvas = document.createElement('canvas');
  const g = canvas.getContext('2d');
  const { font } = readPalette(document.documentElement);
  const inner = WIDTH - 2 * EDGE;
  const blocks = [
    { said: view.sentence, size: 48, weight: 700 },
    { said: view.notes.join(' '), size: 30, weight: 400 },
    null,
    { said: `${view.caution}. ${view.limits.join(' ')}`, size: 20, weight: 400 },
    { said: view.receipt.join(' · '), size: 14, weight: 400 },
  ].filter(block => !block || block.said);
  for (const block of blocks) {
    if (block) block.lines = wrapped(g, font, block, inner);
  }
  canvas.width = WIDTH;
  canvas.height = heightOf(blocks);
  paint(g, canvas, blocks, view.picture, font);
  return canvas;
}

function wrapped(g, font, { said, size, weight }, width) {
  g.font = `${weight} ${size}px ${font}`;
  return wrapWords(g, said, width);
}

export function heightOf(blocks) {
  const high = block => (block ? block.lines.length * block.size * 1.3 + 12 : HEIGHT + 30);
  return Math.round(blocks.reduce((sum, block) => sum + high(block), 2 * EDGE));
}

function paint(g, canvas, blocks, picture, font) {
  const css = getComputedStyle(document.documentElement);
  const colour = name => css.getPropertyValue(COLOURS[name]).trim();
  g.fillStyle = colour('ground');
  g.fillRect(0, 0, canvas.width, canvas.height);
  let y = EDGE;
  for (const block of blocks) {
    if (!block) {
      paintShapes(g, shapesOf(picture, WIDTH - 2 * EDGE, HEIGHT), colour, font, EDGE, y + 10);
      y += HEIGHT + 30;
      continue;
    }
    g.fillStyle = colour('ink');
    g.font = `${block.weight} ${block.size}px ${font}`;
    for (const said of block.lines) g.fillText(said, EDGE, (y += block.size * 1.3));
    y += 12;
  }
}

// Rows under a head that says what they are; a cell with a comma or a quote is quoted.
export function answerTable(view) {
  const head = [view.sentence, ...view.notes, `${view.caution}.`, ...view.limits, ...view.receipt];
  const rows = [view.table.head, ...view.table.rows].map(row => row.map(quoted).join(','));
  return [...head.map(said => `# ${said.replaceAll('\n', ' ')}`), ...rows, ''].join('\n');
}

function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
