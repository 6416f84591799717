"""The browser itself: it opens pages, and what it may not do is noticed."""


def test_a_page_opens_and_is_seen(page):
    page.set_content("<title>试</title><p>澜川日报</p>")
    assert page.inner_text("p") == "澜川日报"
    assert page.viewport_size == {"width": 1280, "height": 800}


def test_errors_and_outside_requests_are_noticed(page):
    page.set_content("<img src='http://outside.invalid/a.png'><script>undefined_name()</script>")
    page.wait_for_function("document.images[0].complete")
    assert any("undefined_name" in said for said in page.complaints)
    assert "http://outside.invalid/a.png" in page.complaints
    page.complaints.clear()
