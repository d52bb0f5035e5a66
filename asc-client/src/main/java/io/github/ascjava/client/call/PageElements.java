package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Iterates over the resources of pages, requesting a page when the previous one is exhausted. */
final class PageElements<T> implements Iterator<T> {

    private final Iterator<Page<T>> pages;
    private Iterator<T> current = Collections.emptyIterator();

    PageElements(Iterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        // Pages may be empty although others follow.
        while (!current.hasNext() && pages.hasNext()) {
            current = pages.next().data().iterator();
        }
        return current.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no further resources.");
        }
        return current.next();
    }
}
