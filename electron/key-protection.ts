import { safeStorage } from 'electron';
import { type KeyProtection, unprotectedKeys } from './notebook/keys.ts';

/** The system's key ring where there is one; call it after `ready`. */
export function systemKeyProtection(): KeyProtection {
  if (!isReallyProtected()) return unprotectedKeys;
  return {
    kind: 'safe-storage',
    protect: (secret) => safeStorage.encryptString(secret).toString('base64'),
    reveal: (stored) => {
      try {
        return safeStorage.decryptString(Buffer.from(stored, 'base64'));
      } catch {
        // Another user, another machine, or a key ring that was reset: a new key is made.
        return undefined;
      }
    },
  };
}

/** Linux without a key ring "encrypts" under a password that everybody knows. */
function isReallyProtected(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend?.();
  return backend !== undefined && backend !== 'basic_text' && backend !== 'unknown';
}
