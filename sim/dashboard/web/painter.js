// Paints one picture: maps, focus chart, lanes, six tiles. The page and the stage window share it.
function shownLetters(view) {
  return view.swapped ? view.letters.slice().reverse() : view.letters;
}

function makePainter(canvas) {
  let pen = null;
  let paths = null;
  let pathsOf = '';
  return { paint, forgetColours() { pen = null; }, forgetShapes() { pathsOf = ''; }, get paths() { return paths; } };

  // ``chartOnly`` leaves maps and tiles as they are: they may lag a playing chart by a few weeks unseen.
  function paint(plan, state, chartOnly) {
    if (!plan || !state.frame || !state.geometry) return;
    const ratio = window.devicePixelRatio || 1;
    fitCanvas(canvas, plan, ratio);
    const g = canvas.getContext('2d');
    pen = pen || readPalette(document.documentElement);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scene = sceneOf(state);
    if (chartOnly) return paintChart(g, plan, scene);
    g.clearRect(0, 0, plan.width, plan.height);
    shapeMaps(plan, state.geometry);
    plan.maps.forEach((rect, i) => {
      const last = i === plan.maps.length - 1;
      if (last && scene.difference) {
        drawDifference(g, pen, plan, rect, paths[i], plan.legendAt[i], scene);
        return;
      }
      drawPlate(g, pen, plan, rect, state.view.plates[rect.letter], last);
      drawMap(g, pen, plan, rect, paths[i], scene);
      const at = plan.legendAt[i];
      if (i < 2) drawMapLegend(g, pen, plan, i && !last ? { ...at, w: at.w * 2 } : at, scene, i === 0); // once is enough
    });
    paintChart(g, plan, scene);
    for (const tile of plan.tiles) drawTile(g, pen, plan, tile, state.view.dials[tile.id], scene);
  }

  function paintChart(g, plan, scene) {
    const { focus, lanesTop, lane } = plan;
    g.clearRect(focus.x, focus.y, focus.w, lanesTop + lane * (scene.letters.length + 0.3) - focus.y);
    drawFocus(g, pen, plan, scene);
    if (plan.lane) drawLanes(g, pen, plan, scene);
    if (!plan.yearAt) return;
    g.clearRect(plan.yearAt.x, plan.yearAt.y, plan.yearAt.w, plan.yearAt.h);
    drawYear(g, pen, plan, scene);
  }

  function shapeMaps(plan, geometry) {
    const key = plan.maps.map(m => [m.x, m.y, m.w].join()).join('|') + geometry.names.length + geometry.names[0];
    if (key === pathsOf) return;
    paths = plan.maps.map(rect => districtPaths(geometry, rect));
    pathsOf = key;
  }
}

function fitCanvas(canvas, plan, ratio) {
  const [w, h] = [Math.round(plan.width * ratio), Math.round(plan.height * ratio)];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  canvas.style.width = `${plan.width}px`;
  canvas.style.height = `${plan.height}px`;
}

function sceneOf(state) {
  const { view, frame } = state;
  return {
    frame, ghost: state.ghost, geometry: state.geometry, dial: view.dials[view.focus], mapDial: view.dials[view.map_dial],
    words: view.words, language: view.language, now: state.now, playing: view.playing, curtain: view.curtain,
    hidden: view.hidden, mapsCovered: view.maps_covered, difference: view.difference, weight: state.weight, zoom: view.zoom, runs: state.runs, runsAs: view.runs, letters: shownLetters(view), pointed: state.pointed, titled: state.titled, ahead: view.ahead,
    place: view.letters.length > 2 ? id => placeOf(state, id) : null,
  };
}

// Where the room's city lies on a dial: above both, between, below both. Never counted, never ranked.
function placeOf(state, id) {
  const at = letter => valueAt(state.frame, seriesOf(state.frame, letter, id), state.now);
  const [a, b, c] = [at('A'), at('B'), at('C')];
  if (![a, b, c].every(Number.isFinite)) return '';
  const words = state.view.words;
  return c > Math.max(a, b) ? words.above : c < Math.min(a, b) ? words.below : words.between;
}
