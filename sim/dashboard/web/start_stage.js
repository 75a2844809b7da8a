// What the document of the stage window runs; the page's server allows no script within a document.
import { StageWindow } from './stage_window.js';

new StageWindow(location.hash.slice(1));
