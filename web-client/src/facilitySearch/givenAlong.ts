/** Name in the history's state under which words and places, and filters given along, are kept in this tab. */
export const STATE = "facilitySearch";

/** What another page gives along, for example a person's municipality and care level: never by the address. */
export const givenAlong = (filters: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  [STATE]: filters,
});
