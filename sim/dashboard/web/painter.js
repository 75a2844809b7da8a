// Paints one picture: maps, focus chart, lanes, six tiles. The page and the stage window share it.
import { drawFocus, drawYear } from './chart.js';
import { drawDifference } from './difference.js';
import { isOf, seriesOf, valueAt } from './frame.js';
import { drawLanes } from './lanes.js';
import { drawMapLegend } from './legend.js';
import { districtPaths, drawMap } from './map.js';
import { drawPlate } from './plate.js';
import { rampOf } from './ramp.js';
import { readPalette } from './style.js';
import { drawTile } from './tiles.js';

export function shownLetters(view) {
  return view.swapped ? view.letters.slice().reverse() : view.letters;
}

export class Painter {
  constructor(canvas) {
    this.canvas = canvas;
    this.pen = null;
    this.theme = undefined; // in which the pen was read
    this.paths = null; // of the districts, for each map
    this.pathsOf = '';
  }

  forgetColours() {
    this.pen = null;
  }

  // The page may take its theme after the first picture: colours are read anew when it does.
  dip() {
    const root = document.documentElement;
    const theme = root.dataset.theme;
    if (!this.pen || theme !== this.theme) this.pen = readPalette(root);
    this.theme = theme;
  }

  forgetShapes() {
    this.pathsOf = '';
  }

  // ``chartOnly`` leaves maps and tiles as they are: they may lag a playing chart by a few weeks unseen.
  paint(plan, state, chartOnly) {
    if (!plan || !isOf(state.frame, state.geometry)) return; // else what is drawn stands until the new city's run is there
    const ratio = window.devicePixelRatio || 1;
    fitCanvas(this.canvas, plan, ratio);
    const g = this.canvas.getContext('2d');
    this.dip();
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scene = sceneOf(state);
    if (chartOnly) {
      paintChart(g, this.pen, plan, scene);
      return;
    }
    g.clearRect(0, 0, plan.width, plan.height);
    this.shapeMaps(plan, state.geometry);
    plan.maps.forEach((rect, i) => paintMap(g, this.pen, plan, i, this.paths[i], state.view.plates, scene));
    paintChart(g, this.pen, plan, scene);
    for (const tile of plan.tiles) drawTile(g, this.pen, plan, tile, state.view.outcomes[tile.id], scene);
  }

  shapeMaps(plan, geometry) {
    const places = plan.maps.map(m => [m.x, m.y, m.w].join()).join('|');
    const key = `${places}${geometry.names.length}${geometry.names[0]}`;
    if (key === this.pathsOf) return;
    this.paths = plan.maps.map(rect => districtPaths(geometry, rect));
    this.pathsOf = key;
  }
}

function paintMap(g, pen, plan, i, paths, plates, scene) {
  const rect = plan.maps[i];
  const at = plan.legendAt[i];
  const last = i === plan.maps.length - 1;
  if (last && scene.difference) {
    drawDifference(g, pen, plan, rect, paths, at, scene);
    return;
  }
  drawPlate(g, pen, plan, rect, plates[rect.letter], last);
  drawMap(g, pen, plan, rect, paths, scene);
  if (i < 2) drawMapLegend(g, pen, plan, i && !last ? { ...at, w: at.w * 2 } : at, scene, i === 0); // once is enough
}

function paintChart(g, pen, plan, scene) {
  const { focus, lanesTop, lane } = plan;
  g.clearRect(focus.x, focus.y, focus.w, lanesTop + lane * (scene.letters.length + 0.3) - focus.y);
  drawFocus(g, pen, plan, scene);
  if (plan.lane) drawLanes(g, pen, plan, scene);
  if (!plan.yearAt) return;
  g.clearRect(plan.yearAt.x, plan.yearAt.y, plan.yearAt.w, plan.yearAt.h);
  drawYear(g, pen, plan, scene);
}

function fitCanvas(canvas, plan, ratio) {
  const [w, h] = [Math.round(plan.width * ratio), Math.round(plan.height * ratio)];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  canvas.style.width = `${plan.width}px`;
  canvas.style.height = `${plan.height}px`;
}

// What the drawing functions take: the view's values under the picture's own names.
export function sceneOf(state) {
  const { view, frame } = state;
  return {
    ...toldIn(view),
    frame,
    ghost: view.debate ? null : state.ghost, // what another cue was about is no change anybody made
    geometry: state.geometry,
    outcome: view.outcomes[view.focus],
    mapOutcome: view.outcomes[view.map_outcome],
    now: state.now,
    mapsCovered: view.maps_covered,
    lanesCovered: view.lanes_covered,
    weight: state.weight,
    runs: state.runs,
    runsAs: view.runs,
    letters: shownLetters(view),
    ramp: rampOf(frame, view.letters, view.maps_covered),
    pointed: state.pointed,
    titled: state.titled,
    place: view.letters.length > 2 ? id => placeOf(state, id) : null,
  };
}

// What keeps its name.
function toldIn(view) {
  const { words, language, credit, playing, curtain, hidden, difference, zoom, near, reveal, ahead } = view;
  return { words, language, credit, playing, curtain, hidden, difference, zoom, near, reveal, ahead };
}

// Where the room's city lies on an outcome: above both, between, below both. Never counted, never ranked.
export function placeOf(state, id) {
  const at = letter => valueAt(state.frame, seriesOf(state.frame, letter, id), state.now);
  const [a, b, c] = [at('A'), at('B'), at('C')];
  if (![a, b, c].every(Number.isFinite)) return '';
  const words = state.view.words;
  return c > Math.max(a, b) ? words.above : c < Math.min(a, b) ? words.below : words.between;
}
