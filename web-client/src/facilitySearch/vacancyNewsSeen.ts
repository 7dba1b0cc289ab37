/** Tells the menu's badge that news of kept searches have been seen on the page. */
export const vacancyNewsSeen = new EventTarget();
