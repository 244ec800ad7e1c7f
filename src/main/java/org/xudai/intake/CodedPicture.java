package org.xudai.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A picture of a received document with the page codes that were read on it.
 *
 * @param position its number among the pictures of the document, from 1
 * @param file the file it is in, from 1
 * @param codes texts of its page codes; empty where none can be read
 */
record CodedPicture(int position, int file, Set<String> codes) {

    static List<CodedPicture> of(List<InspectedFile> files) {
        List<CodedPicture> pictures = new ArrayList<>();
        for (InspectedFile file : files) {
            for (Set<String> codes : file.pages()) {
                pictures.add(new CodedPicture(pictures.size() + 1, file.sequence(), codes));
            }
        }
        return List.copyOf(pictures);
    }
}
