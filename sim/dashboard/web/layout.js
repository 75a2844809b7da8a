// Where things lie, in CSS pixels, for each kind of screen.
const PHONE = 720; // narrower windows are laid out as a phone's

// The kind of screen that a view asks for in a window so wide.
export function screenOf(view, width) {
  if (view.kind !== 'page') return 'stage';
  return width < PHONE ? 'phone' : 'laptop';
}

export function layOut(kind, width, height, mapLetters, tiles, cities) {
  if (kind === 'phone') return phoneLayout(width, mapLetters, tiles, cities);
  if (kind === 'stage') return stageLayout(width, height, mapLetters, tiles);
  if (kind === 'reveal') return revealLayout(width, height, mapLetters, cities);
  if (kind === 'large') return largeLayout(width, height);
  return laptopLayout(width, height, mapLetters, tiles);
}

const box = (x, y, w, h) => ({ x, y, w, h });

function laptopLayout(width, height, letters, tiles) {
  const unit = Math.max(14, Math.min(20, Math.min(width / 68, height / 31)));
  const gap = unit * 0.9;
  const tileHeight = Math.max(unit * 8.4, Math.min(height * 0.34, unit * 11));
  const upper = Math.max(unit * 17, height - tileHeight - gap);
  const [plate, legend, lane] = [unit * 1.7, unit * 3.1, unit * 1.7];
  const many = letters.length > 2;
  const side = Math.min(upper - plate - legend, width * (many ? 0.19 : 0.245));
  const maps = laptopMaps(letters, width, plate, side, gap);
  const left = many ? letters.length * (side + gap) : side + gap * 1.2;
  const right = many ? 0 : side + gap * 1.2;
  const lanes = lane * letters.length + unit * 0.4;
  return finish({
    kind: 'laptop',
    unit,
    width,
    height: upper + gap + tileHeight,
    maps,
    focus: box(left, 0, width - left - right, upper - lanes),
    lane,
    tileStyle: 'curve',
    legendAt: maps.map(m => box(m.x, m.y + m.h + unit * 0.4, m.w, legend)),
    tiles: rowOfTiles(tiles, 0, upper + gap, width, tileHeight, gap * 0.7, 6),
  });
}

// Two maps stand left and right of the chart, more of them all to its left.
function laptopMaps(letters, width, top, side, gap) {
  return letters.map((letter, i) => {
    const apart = i && letters.length <= 2;
    return { letter, ...box(apart ? width - side : i * (side + gap), top, side, side) };
  });
}

function stageLayout(width, height, letters, tiles) {
  const s = Math.min(width / 1920, height / 984);
  const ox = (width - 1920 * s) / 2;
  const at = (x, y, w, h) => box(ox + x * s, y * s, w * s, h * s);
  const many = letters.length > 2;
  const maps = letters.map((letter, i) => {
    const spot = many ? at(48 + i * 316, 104, 300, 300) : at(i ? 1472 : 48, 104, 400, 400);
    return { letter, ...spot };
  });
  const focus = many ? at(1020, 96, 852, 412) : at(472, 92, 976, 428);
  return finish({
    kind: 'stage',
    unit: 32 * s,
    small: 28 * s,
    width,
    height,
    maps,
    focus,
    lane: (many ? 32 : 40) * s,
    tileStyle: 'ruler',
    scale: s,
    yearAt: at(many ? 1020 : 600, 0, many ? 852 : 720, 92),
    legendAt: maps.map(m => box(m.x, m.y + m.h + 10 * s, m.w, 90 * s)),
    sentence: at(48, 618, 1824, 122),
    sentenceSize: 46 * s,
    tiles: rowOfTiles(tiles, ox + 48 * s, 752 * s, 1824 * s, 222 * s, 17 * s, 6),
  });
}

// The cities whose maps are shown: in a reveal none where the chart's outcome is not the maps'.
export function mapsShown(view, letters) {
  return view.reveal && view.kind !== 'page' && view.map_outcome !== view.focus ? [] : letters;
}

// While a debate is about the chart it has half of the screen; the maps stand beside it, other outcomes wait.
function revealLayout(width, height, letters, cities) {
  const s = Math.min(width / 1920, height / 984);
  const ox = (width - 1920 * s) / 2;
  const at = (x, y, w, h) => box(ox + x * s, y * s, w * s, h * s);
  const many = cities > 2;
  const [side, step] = many ? [190, 290] : [300, 400];
  const maps = letters.map((letter, i) => ({ letter, ...at(48, 64 + i * step, side, side) }));
  return finish({
    kind: 'stage',
    unit: 34 * s,
    small: 28 * s,
    width,
    height,
    maps,
    stacked: true,
    focus: letters.length ? at(404, 4, 1468, many ? 676 : 700) : at(48, 4, 1824, many ? 676 : 700),
    lane: (many ? 34 : 44) * s,
    laneTitle: 38 * s,
    tileStyle: 'none',
    scale: s,
    yearAt: at(1500, 0, 372, 64),
    legendAt: maps.map(m => box(m.x, m.y + m.h + 4 * s, 340 * s, 60 * s)),
    sentence: at(48, 840, 1824, 138),
    sentenceSize: 46 * s,
    tiles: [],
  });
}

// For the last row: the chart, the sentence, nothing else.
function largeLayout(width, height) {
  const s = Math.min(width / 1920, height / 984);
  const wide = 1824 * s;
  const x = (width - wide) / 2;
  const tall = 250 * s;
  const focus = box(x, 16 * s, wide, height - tall - 40 * s);
  return finish({
    kind: 'stage',
    unit: 44 * s,
    small: 40 * s,
    width,
    height,
    maps: [],
    focus,
    lane: 0,
    legendAt: [],
    tiles: [],
    tileStyle: 'none',
    scale: 1.4 * s,
    sentence: box(x, height - tall, wide, tall),
    sentenceSize: 64 * s,
  });
}

// A sentence longer than its place is written smaller, never cut.
export function fitSentence(element, plan) {
  let size = plan.sentenceSize;
  element.style.fontSize = `${size}px`;
  for (let n = 0; n < 10 && element.scrollHeight > plan.sentence.h + 2; n++) {
    size *= 0.94;
    element.style.fontSize = `${size}px`;
  }
}

const PHONE_TILE = 82; // with the gap beneath

function phoneLayout(width, letters, tiles, cities) {
  const lane = 26;
  const tilesTop = 248 + lane * cities + 14;
  const laid = phoneTiles(tiles, width, tilesTop);
  const mapsTop = tilesTop + Math.ceil(tiles.length / 2) * PHONE_TILE + 36;
  const side = Math.min(width, 340);
  const map = box((width - side) / 2, mapsTop, side, side);
  return finish({
    kind: 'phone',
    unit: 15,
    width,
    height: mapsTop + side + 84,
    maps: letters.slice(0, 1).map(letter => ({ letter, ...map })),
    focus: box(0, 0, width, 248),
    lane,
    tileStyle: 'value',
    legendAt: [box(0, mapsTop + side + 8, width, 76)],
    tiles: laid,
  });
}

function phoneTiles(ids, width, top) {
  const [w, h] = [(width - 8) / 2, PHONE_TILE - 8];
  return ids.map((id, i) => ({ id, ...box((i % 2) * (w + 8), top + Math.floor(i / 2) * PHONE_TILE, w, h) }));
}

function rowOfTiles(ids, x, y, width, height, gap, count) {
  const w = (width - gap * (count - 1)) / count;
  return ids.map((id, i) => ({ id, ...box(x + i * (w + gap), y, w, height) }));
}

function finish(plan) {
  plan.small = plan.small || Math.max(12, plan.unit * 0.87);
  const { focus, unit } = plan;
  const top = unit * 2.2;
  plan.plot = box(focus.x + unit * 2.9, focus.y + top, focus.w - unit * 9.2, focus.h - top - unit * 2);
  plan.lanesTop = focus.y + focus.h + (plan.laneTitle || 0);
  return plan;
}
