# Encrypts standard input as fastlane match does, by Ruby's own OpenSSL library.
#
# Usage: ruby encrypt.rb newer|older-md5|older-sha256 PASSPHRASE <plain >encrypted
require 'openssl'
require 'securerandom'

form, passphrase = ARGV
plain = $stdin.binmode.read
salt = SecureRandom.random_bytes(8)

if form == 'newer'
  cipher = OpenSSL::Cipher.new('aes-256-gcm').encrypt
  derived = OpenSSL::KDF.pbkdf2_hmac(passphrase, salt: salt, iterations: 10_000, length: 68, hash: 'sha256')
  cipher.key = derived[0, 32]
  cipher.iv = derived[32, 12]
  cipher.auth_data = derived[44, 24]
  text = cipher.update(plain) + cipher.final
  bytes = 'match_encrypted_v2__'.b + salt + cipher.auth_tag + text
else
  cipher = OpenSSL::Cipher.new('aes-256-cbc').encrypt
  cipher.pkcs5_keyivgen(passphrase, salt, 1, form.delete_prefix('older-').upcase)
  bytes = 'Salted__'.b + salt + cipher.update(plain) + cipher.final
end

print [bytes].pack('m')
