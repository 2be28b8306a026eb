// Runs the kind that CONTENT names. The kinds are in the files beside this one.
"use strict";
window.Modes.start();
