/** The page of a room. Only ids: they say nothing about anybody. */
export const roomPath = (roomId: string): string => `/rooms/${encodeURIComponent(roomId)}`;
