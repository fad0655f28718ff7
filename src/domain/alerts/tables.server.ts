/* What was raised, and who was told of it. */
export { alert, alertLook, watchedFigure } from './tables/raised.server.ts';
export { alertMail, alertStopLink, alertTelling, alertWish } from './tables/telling.server.ts';
