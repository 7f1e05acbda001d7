/* Live charts: the engine draws one in steps, between which the browser sees to the reader. */

/**
 * The chart that the engine draws into `stage`.
 * @param {BscVega} engine
 * @param {Element} stage
 * @param {object} spec
 * @returns {Promise<BscView>}
 */
export async function drawnBy({ parse, View, expressionInterpreter }, stage, spec) {
  const flow = await inTurn(() => parse(spec, undefined, { ast: true }));
  const view = await inTurn(() => new View(flow, { expr: expressionInterpreter, renderer: "svg" }));
  await inTurn(() => view.runAsync()); // what is to be drawn
  await inTurn(() => view.initialize(stage).runAsync()); // and the drawing
  return view;
}

/**
 * Does a step once the browser has done what else is to do.
 * @template Made
 * @param {() => Made} step
 * @returns {Promise<Awaited<Made>>}
 */
async function inTurn(step) {
  await new Promise((done) => setTimeout(done));
  return await step();
}
