"""The browser itself: it opens pages, and what it may not do is noticed."""

import pytest

from tests.browser.conftest import watched


def test_a_page_opens_and_is_seen(page):
    page.set_content("<title>试</title><p>澜川日报</p><p id='none' style='display:none'>看不见</p>")
    assert page.is_visible("text=澜川日报") and not page.is_visible("#none")
    assert page.locator("p").first.bounding_box()["height"] > 10
    assert page.viewport_size == {"width": 1280, "height": 800}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<script>undefined_name()</script>", "undefined_name"),
        ("<script>console.error('不对')</script>", "不对"),
        ("<img src='http://outside.invalid/a.png'>", "http://outside.invalid/a.png"),
    ],
)
def test_a_page_that_errs_or_asks_outside_fails_its_test(browser, content, said):
    with pytest.raises(AssertionError, match=said), watched(browser) as page:
        page.set_content(content)
        page.wait_for_function("[...document.images].every((image) => image.complete)")
