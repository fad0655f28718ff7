/** A page shows so many people of an account, and so many customers of a larger one; it says when there may be more. */
export const mostContacts = 100;
export const mostRelatives = 100;
