package io.github.ascjava.uploads;

/**
 * How far an upload is.
 *
 * @param fileName the name of the file, without its folder
 * @param stage what the upload is doing
 * @param bytesSent how many bytes of the file Apple has received, those of an earlier run included; 0 to {@code bytesTotal}
 * @param bytesTotal the size of the file in bytes
 * @param partsDone how many parts Apple has received completely; 0 to {@code parts}
 * @param parts the number of parts; 0 before Apple has said how many there are
 * @param bytesPerSecond the average rate of this run while it sent parts; 0 before it is known
 * @since 0.1.0
 */
public record UploadProgress(
        String fileName,
        UploadStage stage,
        long bytesSent,
        long bytesTotal,
        int partsDone,
        int parts,
        double bytesPerSecond) {}
