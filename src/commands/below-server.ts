/** The priority of work beside: readers come first. Below the server, and above what a machine does when idle. */
export const belowServer = 10;
