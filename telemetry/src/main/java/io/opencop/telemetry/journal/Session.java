package io.opencop.telemetry.journal;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;

/**
 * What all files written between one opening of the journal and its close share.
 *
 * @param storedSeed the hash seed as it is written to files: 0 where the key gives it
 * @param keyId 0 for no encryption
 * @param payloadKey null for no encryption
 */
record Session(
    long hashSeed,
    long storedSeed,
    long keyId,
    FileHeader.Salt salt,
    SecretKey payloadKey,
    AtomicLong nonces,
    SecureRandom random) {

  /**
   * @param earlierSeed the seed found in files of an earlier session without a key; 0 where none
   */
  static Session start(JournalKey key, long earlierSeed) {
    SecureRandom random = new SecureRandom();
    FileHeader.Salt salt = new FileHeader.Salt(random.nextLong(), random.nextLong());
    if (key != null) {
      return new Session(
          key.hashSeed(),
          0,
          key.id(),
          salt,
          key.payloadKey(salt.bytes()),
          new AtomicLong(),
          random);
    }
    long seed = earlierSeed;
    while (seed == 0) {
      seed = random.nextLong();
    }
    return new Session(seed, seed, 0, salt, null, new AtomicLong(), random);
  }

  FileHeader header(long number, long createdNanos) {
    return new FileHeader(
        FileHeader.FORMAT, number, createdNanos, random.nextLong(), storedSeed, keyId, salt);
  }
}
