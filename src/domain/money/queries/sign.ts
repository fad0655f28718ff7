/** 1 puts the part of the touched customers into the cells, -1 takes it out. */
export type Sign = 1 | -1;
