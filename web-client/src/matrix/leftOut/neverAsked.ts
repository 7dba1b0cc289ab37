/*
 * Stand in for parts of the SDK that nothing here ever asks for: the move from stores of years before this client, finding
 * a homeserver by its name (it is where the page came from), and file trees in rooms.
 */

const never = (): never => {
  throw new Error("not part of this client");
};

export {
  never as migrateFromLegacyCrypto,
  never as migrateLegacyLocalTrustIfNeeded,
  never as migrateRoomSettingsFromLegacyCrypto,
};

export const AutoDiscovery = { getRawClientConfig: never };

export const DEFAULT_TREE_POWER_LEVELS_TEMPLATE = {};
export class MSC3089TreeSpace {
  constructor() {
    never();
  }
}
